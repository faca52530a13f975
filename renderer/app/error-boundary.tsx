import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/state/page-state.tsx';

type Props = { readonly place: string; readonly children: ReactNode };
type State = { readonly broken: boolean; readonly place: string };

/** Catches a bug of one page so that the frame, and with it every other section, goes on. React offers this to classes only. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { broken: false, place: this.props.place };

  static getDerivedStateFromError(): Partial<State> {
    return { broken: true };
  }

  static getDerivedStateFromProps(props: Props, state: State): State | null {
    return props.place === state.place ? null : { broken: false, place: props.place };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <BrokenPage
        onAgain={() => {
          this.setState({ broken: false });
        }}
      />
    );
  }
}

function BrokenPage(props: { readonly onAgain: () => void }) {
  const { t } = useTranslation('app');
  return (
    <EmptyState
      title={t('broken.title')}
      text={t('broken.text')}
      action={
        <button type="button" className="plain-button" onClick={props.onAgain}>
          {t('broken.again')}
        </button>
      }
    />
  );
}
