import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { Confirm } from '#renderer/ui/dialog/confirm.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { part } from '#renderer/ui/form/bound.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { FactList } from '#renderer/ui/page/fact-list.tsx';
import { PageHead, Panel } from '#renderer/ui/page/page.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { EmptyState, PageState } from '#renderer/ui/state/page-state.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import type { OfficeId } from '#shared/base/ids.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { officeIdField } from '#shared/contract/fields.ts';
import { Fingerprint } from './fingerprint.tsx';
import { FingerprintCompare } from './fingerprint-compare.tsx';
import { useKindNames } from './kind-names.ts';
import { ServerPanel } from './server-panel.tsx';
import './partner.css';

type Partner = CallOutput<'partner.list'>[number];

/** One partner: its card, whether its fingerprint was compared, how it is reached, and what runs with it. */
export function PartnerPage() {
  const { t } = useTranslation('partner');
  const office = officeIdField.safeParse(useParams()['office']);
  const partners = useAsk('partner.list', {});
  return (
    <PageState value={partners.last} failure={partners.failure} onAgain={partners.again}>
      {(rows) => {
        const partner = rows.find((row) => office.success && row.office === office.data);
        return partner === undefined || !office.success ? (
          <EmptyState title={t('lost')} action={<a href={addresses.partners}>{t('back')}</a>} />
        ) : (
          <Shown office={office.data} partner={partner} />
        );
      }}
    </PageState>
  );
}

function Shown({ office, partner }: { readonly office: OfficeId; readonly partner: Partner }) {
  const { t } = useTranslation('partner');
  const { t: ui } = useTranslation('ui');
  const kinds = useKindNames();
  const facts = [
    [t('card.office'), partner.office],
    [t('card.region'), `${partner.regionName} ${partner.region}`],
    [t('card.kinds'), kinds(partner.kinds)],
    [t('validTo'), partner.validTo],
    ...(partner.renewedOn === null
      ? []
      : [[t('card.renewed'), t('card.renewedOn', { on: partner.renewedOn })] as const]),
    [t('heard'), partner.lastHeard ?? t('neverHeard')],
    [
      t('traffic'),
      `${ui('word.local')} ${partner.local} · ${ui('word.sent')} ${partner.sent} · ${ui('word.receipted')} ${partner.receipted}`,
    ],
  ] as const;
  return (
    <>
      <PageHead
        title={partner.name}
        badges={
          <Badge tone={partner.confirmed ? 'green' : 'amber'}>
            {t(partner.confirmed ? 'confirmed' : 'unconfirmed')}
          </Badge>
        }
        under={
          <a href={`#/requests?view=list&text=${encodeURIComponent(partner.name)}`}>
            {t('openRequests', { n: partner.openRequests })}
          </a>
        }
      />
      {partner.expired ? <Notice tone="red">{t('expiredWhat', { on: partner.validTo })}</Notice> : null}
      <div className="two-columns">
        <div>
          <FolderForm office={office} partner={partner} />
          <ServerPanel office={office} partner={partner} />
          <Panel title={t('facts')} padded>
            <FactList facts={facts} />
          </Panel>
        </div>
        <ComparePanel office={office} partner={partner} />
      </div>
    </>
  );
}

function ComparePanel({ office, partner }: { readonly office: OfficeId; readonly partner: Partner }) {
  const { t } = useTranslation('partner');
  const [asking, setAsking] = useState(false);
  const [confirm] = useAct('partner.confirm');
  return (
    <Panel title={t('compare.title')} padded>
      <Fingerprint text={partner.fingerprint} />
      <FingerprintCompare office={office} fingerprint={partner.fingerprint} />
      <p className="soft">{t(partner.confirmed ? 'compare.done' : 'compare.what')}</p>
      {partner.confirmed ? null : (
        <Button
          type="primary"
          onClick={() => {
            setAsking(true);
          }}
        >
          {t('compare.act')}
        </Button>
      )}
      <Confirm
        open={asking}
        title={t('compare.ask')}
        act={t('compare.act')}
        onConfirm={async () => {
          const reply = await confirm({ office });
          return reply.ok ? undefined : reply.failure;
        }}
        onClose={() => {
          setAsking(false);
        }}
      >
        <p>{t('compare.sure', { name: partner.name })}</p>
        <Fingerprint text={partner.fingerprint} />
      </Confirm>
    </Panel>
  );
}

function FolderForm({ office, partner }: { readonly office: OfficeId; readonly partner: Partner }) {
  const { t } = useTranslation('partner');
  const navigate = useNavigate();
  const announce = useAnnounce();
  const [setFolder] = useAct('partner.setFolder');
  const form = useForm({
    initial: { folder: partner.folder },
    validate: () => [],
    drafts: useDraftStore(`partner.folder:${office}`, t('folder.draft', { name: partner.name })),
    submit: async ({ folder }) => {
      const reply = await setFolder({ office, folder });
      if (!reply.ok) return reply.failure;
      announce(t('folder.saved'));
      return undefined;
    },
  });
  return (
    <Panel title={t('folder.title')} padded>
      <div className="folder-form">
        <FormShell
          form={form}
          label={t('folder.title')}
          submitText={t('folder.save')}
          onLeave={() => {
            void navigate('/partners');
          }}
        >
          <p className="soft">{t('folder.what')}</p>
          <TextField label={t('folder.label')} bound={part(form.root, 'folder')} max={1000} hint={t('folder.hint')} />
        </FormShell>
      </div>
    </Panel>
  );
}
