import { useTranslation } from 'react-i18next';
import { Badge } from '#renderer/ui/status/badge.tsx';
import { flagTone } from '../names.ts';

/** What a person should see at once about a request, in words. At most `most` are shown; the rest are counted. */
export function Flags(props: { readonly flags: readonly string[]; readonly most?: number }) {
  const { t } = useTranslation('kinds');
  const most = props.most ?? props.flags.length;
  const rest = props.flags.slice(most);
  return (
    <>
      {props.flags.slice(0, most).map((flag) => (
        <Badge key={flag} tone={flagTone(flag)} title={t(`flagWhy.${flag}`)}>
          {t(`flag.${flag}`)}
        </Badge>
      ))}
      {rest.length === 0 ? null : (
        <Badge tone="plain" title={rest.map((flag) => t(`flag.${flag}`)).join(' ')}>
          +{rest.length}
        </Badge>
      )}
    </>
  );
}
