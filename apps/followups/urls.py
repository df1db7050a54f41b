"""Addresses of obligations and of what staff do about them."""

from django.urls import path

from . import cycle_views, date_views, entry_views, renew_views, restore_views, series_views, views

app_name = "followups"
urlpatterns = [
    path("<int:pk>/", views.obligation_detail, name="obligation-detail"),
    path("<int:pk>/edit/", views.obligation_edit, name="obligation-edit"),
    path("<int:pk>/close/", views.obligation_close, name="obligation-close"),
    path("<int:pk>/renew/", renew_views.obligation_renew, name="renew"),
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
    path("plan/<int:document>/", cycle_views.plan, name="plan"),
    path("restore/<str:kind>/<int:version>/", restore_views.restore_version, name="restore"),
    path("next-steps/", entry_views.next_steps, name="next-steps"),
    path("entries/<int:pk>/done/", entry_views.step_done, name="step-done"),
    path("attachments/<int:pk>/", entry_views.attachment, name="attachment"),
]
