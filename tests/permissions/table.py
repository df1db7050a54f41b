"""Who may do what: which roles write at which address, and how each address is asked."""

from apps.accounts.roles import ROLES
from tests.conftest import ALL_ROLES

OURS = {
    "documents",
    "obligations",
    "reporting",
    "followups",
    "dashboards",
    "exports",
    "flow",
    "history",
    "notices",
    "web",
}

READERS = set(ALL_ROLES)
OFFICER = {"officer"}
CHANGERS = {"officer", "manager"}
WRITERS = {"officer", "manager", "focal point"}
ADMINISTRATOR = {"administrator"}
# Whoever the table of roles makes an administrator of fields.
FIELD_KEEPERS = {role for role, may in ROLES.items() if "obligations.add_customfield" in may}
READ_ALL = {"officer", "manager", "auditor"}

# Who may act at each address that writes. All others are read by every role.
WRITE = {
    "documents:document-add": OFFICER,
    "documents:document-edit": OFFICER,
    "obligations:read": OFFICER,
    "obligations:add": OFFICER,
    "obligations:card": OFFICER,
    "obligations:accept": OFFICER,
    "obligations:reject": OFFICER,
    "obligations:edit": OFFICER,
    "obligations:split": OFFICER,
    "obligations:merge": OFFICER,
    "obligations:undo": OFFICER,
    "followups:obligation-edit": CHANGERS,
    "followups:obligation-close": CHANGERS,
    "followups:obligation-tag": CHANGERS,
    "followups:obligation-link": CHANGERS,
    "followups:obligation-unlink": CHANGERS,
    "followups:entry-add": WRITERS,
    "followups:entry-edit": set(),  # its author alone, and this one is another's
    "followups:entry-correct": WRITERS,
    "followups:step-done": WRITERS,
    "followups:obligation-offer": WRITERS,
    "followups:obligation-share": CHANGERS,
    "flow:handover-accept": WRITERS,
    "flow:handover-decline": WRITERS,
    "flow:handover-withdraw": CHANGERS,  # and who offered it
    "flow:finding-approve": OFFICER,
    "flow:finding-return": OFFICER,
    "flow:share-list": CHANGERS,
    "flow:share-register": CHANGERS,
    "flow:share-revoke": CHANGERS,
    "followups:cycle-respond": WRITERS,
    "followups:cycle-waive": OFFICER,
    "followups:cycle-extend": OFFICER,
    "followups:cycle-programme": OFFICER,
    "followups:cadence-amend": OFFICER,
    "followups:series-report": WRITERS,
    "followups:series-answers": WRITERS,
    "followups:plan": OFFICER,
    "followups:renew": OFFICER,
    "reporting:field-list": FIELD_KEEPERS,
    "reporting:field-add": FIELD_KEEPERS,
    "reporting:field-edit": FIELD_KEEPERS,
    "reporting:view-save": READERS,
    "reporting:view-menu": READERS,
    # The view of another, for everybody: who may share changes it.
    "reporting:view-edit": CHANGERS,
    "reporting:view-overwrite": CHANGERS,
    "reporting:view-delete": CHANGERS,
    "followups:log-many": WRITERS,
    "reporting:bulk-change": CHANGERS,
    "reporting:bulk-list": CHANGERS,
    "reporting:bulk-detail": CHANGERS,
    "reporting:bulk-undo": CHANGERS,
    "reporting:plan-list": OFFICER,
    "reporting:plan-start": OFFICER,
    "reporting:plan-cancel": OFFICER,
    # People, for those who look after them.
    "web:person-list": ADMINISTRATOR,
    "web:person-invite": ADMINISTRATOR,
    "web:person-detail": ADMINISTRATOR,
    "web:person-reinvite": ADMINISTRATOR,
    "web:person-deactivate": ADMINISTRATOR,
    "web:person-reactivate": ADMINISTRATOR,
    "followups:person-handover": ADMINISTRATOR,
    # Everybody's own account.
    "web:account": READERS,
    "web:account-theme": READERS,
    "web:language": READERS,
    "web:session-list": READERS,
    "web:session-end": READERS,
    "web:session-end-others": READERS,
    # Everybody's own feeds; those of others are not found.
    "reporting:feed-list": READERS,
    "reporting:feed-revoke": READERS,
    # Everybody's own notices, reminders and watches.
    "notices:notice-read": READERS,
    "notices:notice-read-all": READERS,
    "notices:obligation-watch": READERS,
    "notices:obligation-remind": READERS,
    "notices:reminder-change": READERS,
    "notices:reminder-done": READERS,
    # Everybody's own exports; those of others are not found.
    "exports:job-cancel": READERS,
    "exports:job-again": READERS,
    "exports:job-delete": READERS,
    "notices:mail-list": ADMINISTRATOR,
    "notices:mail-again": ADMINISTRATOR,
    "followups:restore": CHANGERS,
    # Reads only, but not for everybody.
    "history:change-list": READ_ALL,
    "exports:history": READ_ALL,
}
POST_ONLY = {
    "obligations:read",
    "obligations:add",
    "obligations:accept",
    "obligations:reject",
    "obligations:edit",
    "obligations:split",
    "obligations:merge",
    "obligations:undo",
    "followups:obligation-close",
    "followups:obligation-tag",
    "followups:obligation-link",
    "followups:obligation-unlink",
    "followups:step-done",
    "flow:handover-accept",
    "flow:handover-withdraw",
    "flow:finding-approve",
    "flow:share-revoke",
    "followups:plan",
    "reporting:view-save",
    "reporting:view-menu",
    "reporting:view-overwrite",
    "reporting:view-delete",
    "reporting:bulk-undo",
    "reporting:plan-start",
    "reporting:plan-cancel",
    "web:person-reinvite",
    "web:person-deactivate",
    "web:person-reactivate",
    "web:account-theme",
    "web:language",
    "web:session-end",
    "web:session-end-others",
    "reporting:feed-revoke",
    "notices:notice-read",
    "notices:notice-read-all",
    "notices:obligation-watch",
    "notices:obligation-remind",
    "notices:reminder-done",
    "notices:mail-again",
    "exports:job-cancel",
    "exports:job-again",
    "exports:job-delete",
}
GET_ONLY = {
    "exports:history",
    "history:change-list",
    "flow:share-list",
    "notices:mail-list",
    "obligations:card",
    "reporting:plan-list",
    "reporting:field-list",
    "reporting:bulk-list",
    "reporting:bulk-detail",
    "web:person-list",
    "web:session-list",
}
# A person's own rows; those of others, as the ones here are, do not exist.
OTHERS_NOT_FOUND = {
    "reporting:feed-revoke",
    "web:session-end",
    "web:invitation",
    "notices:notice-open",
    "notices:notice-read",
    "notices:reminder-done",
    "notices:reminder-change",
    "exports:job",
    "exports:job-file",
    "exports:job-cancel",
    "exports:job-again",
    "exports:job-delete",
}
NEEDS_FILE = {"documents:text-file", "followups:attachment"}
# Read by programs that cannot sign in, or by who cannot yet: who knows the address may. And the
# language of the page of signing in.
OPEN = {"reporting:feed", "flow:shared", "web:invitation", "web:language"}
