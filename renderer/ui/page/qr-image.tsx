import { QRCode } from 'antd';

/** A text as a code for cameras and readers: black on white in every theme. `label` says what it is; `size` in pixels. */
export function QrImage(props: { readonly text: string; readonly label: string; readonly size: number }) {
  return (
    <div className="qr-image" role="img" aria-label={props.label}>
      <span aria-hidden="true">
        <QRCode
          type="svg"
          value={props.text}
          size={props.size}
          bordered={false}
          color="#000"
          bgColor="#fff"
          errorLevel="M"
        />
      </span>
    </div>
  );
}
