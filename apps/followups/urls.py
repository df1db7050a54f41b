"""Addresses of obligations and of what staff do about them."""

from django.urls import path

from . import (
    bulk_log_views,
    cycle_views,
    date_views,
    entry_list_views,
    entry_views,
    handover_views,
    leaver_views,
    organise_views,
    renew_views,
    restore_views,
    series_views,
    share_views,
    typing_views,
    views,
)

app_name = "followups"
urlpatterns = [
    path("<int:pk>/", views.obligation_detail, name="obligation-detail"),
    path("<int:pk>/edit/", views.obligation_edit, name="obligation-edit"),
    path("<int:pk>/close/", views.obligation_close, name="obligation-close"),
    path("<int:pk>/renew/", renew_views.obligation_renew, name="renew"),
    path("<int:pk>/tags/", organise_views.obligation_tag, name="obligation-tag"),
    path("<int:pk>/links/", organise_views.obligation_link, name="obligation-link"),
    path(
        "<int:pk>/links/<int:link>/remove/",
        organise_views.obligation_unlink,
        name="obligation-unlink",
    ),
    path("<int:pk>/offer/", handover_views.obligation_offer, name="obligation-offer"),
    path("<int:pk>/share/", share_views.obligation_share, name="obligation-share"),
    path("<int:pk>/log/", entry_views.entry_add, name="entry-add"),
    path("cycles/<int:pk>/respond/", cycle_views.cycle_respond, name="cycle-respond"),
    path("cycles/<int:pk>/waive/", cycle_views.cycle_waive, name="cycle-waive"),
    path("cycles/<int:pk>/extend/", date_views.cycle_extend, name="cycle-extend"),
    path("cycles/<int:pk>/programme/", date_views.cycle_programme, name="cycle-programme"),
    path("cadences/<int:pk>/amend/", date_views.cadence_amend, name="cadence-amend"),
    path("series/<int:pk>/report/", series_views.series_report, name="series-report"),
    path(
        "series/<int:pk>/report/<int:document>/", series_views.series_answers, name="series-answers"
    ),
    path("log-many/", bulk_log_views.log_on_many, name="log-many"),
    path("log-many/<uuid:batch>/", bulk_log_views.batch_detail, name="batch-detail"),
    path("plan/<int:document>/", cycle_views.plan, name="plan"),
    path("people/<int:pk>/handover/", leaver_views.person_handover, name="person-handover"),
    path("restore/<str:kind>/<int:version>/", restore_views.restore_version, name="restore"),
    path("next-steps/", entry_list_views.next_steps, name="next-steps"),
    path("log/", entry_list_views.entry_list, name="entry-list"),
    path("entries/<int:pk>/edit/", entry_views.entry_edit, name="entry-edit"),
    path("entries/<int:pk>/correct/", entry_views.entry_correct, name="entry-correct"),
    path("day/", typing_views.day, name="day"),
    path("people/", typing_views.people, name="people"),
    path("entries/<int:pk>/done/", entry_views.step_done, name="step-done"),
    path("attachments/<int:pk>/", entry_views.attachment, name="attachment"),
]
