import { EventEmitter } from 'node:events';
import type {
  BrowserWindowConstructorOptions,
  BrowserWindow as RealWindow,
  WebContents,
  WebFrameMain,
  WindowOpenHandlerResponse,
} from 'electron';
import { app } from './app.ts';
import { mustBeReady } from './machine.ts';

let lastContents = 0;

/** The contents of a window. */
export class FakeContents
  extends EventEmitter
  implements Pick<WebContents, 'id' | 'send' | 'reload' | 'setWindowOpenHandler'>
{
  readonly id: number;
  readonly mainFrame: Pick<WebFrameMain, 'url' | 'origin'> = { url: '', origin: 'null' };
  readonly sent: { readonly channel: string; readonly message: unknown }[] = [];
  reloads = 0;
  openHandler: Parameters<WebContents['setWindowOpenHandler']>[0] | undefined;
  constructor() {
    super();
    lastContents += 1;
    this.id = lastContents;
  }
  send(channel: string, ...args: unknown[]): void {
    this.sent.push({ channel, message: structuredClone(args[0]) });
  }
  reload(): void {
    this.reloads += 1;
  }
  setWindowOpenHandler(handler: Parameters<WebContents['setWindowOpenHandler']>[0]): void {
    this.openHandler = handler;
  }
  /** What happens when the page asks for a window. */
  askForWindow(url: string): WindowOpenHandlerResponse | undefined {
    return this.openHandler?.({
      url,
      frameName: '',
      features: '',
      disposition: 'new-window',
      referrer: { url: '', policy: 'no-referrer' },
    });
  }
}

export class BrowserWindow
  extends EventEmitter
  implements Pick<RealWindow, 'loadURL' | 'show' | 'focus' | 'restore' | 'isMinimized'>
{
  static readonly all: BrowserWindow[] = [];
  readonly webContents = new FakeContents();
  readonly calls: string[] = [];
  readonly options: BrowserWindowConstructorOptions;
  minimized = false;
  constructor(options: BrowserWindowConstructorOptions) {
    super();
    mustBeReady('new BrowserWindow');
    this.options = options;
    BrowserWindow.all.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  loadURL(address: string): Promise<void> {
    Object.assign(this.webContents.mainFrame, { url: address, origin: new URL(address).href.split('/', 3).join('/') });
    return Promise.resolve();
  }
  show(): void {
    this.calls.push('show');
  }
  focus(): void {
    this.calls.push('focus');
  }
  restore(): void {
    this.calls.push('restore');
  }
  isMinimized(): boolean {
    return this.minimized;
  }
}
