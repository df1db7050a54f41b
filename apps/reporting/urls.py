"""Addresses of the registers and of the calendar."""

from django.urls import path

from . import (
    bulk_views,
    calendar_views,
    field_views,
    forecast_views,
    plan_views,
    saved_views,
    views,
)

app_name = "reporting"
urlpatterns = [
    path("register/obligations/", views.obligation_list, name="obligation-list"),
    path("register/cycles/", views.cycle_list, name="cycle-list"),
    path("register/series/", views.series_list, name="series-list"),
    path("register/series/<int:pk>/", views.series_detail, name="series-detail"),
    path("register/changes/", bulk_views.bulk_list, name="bulk-list"),
    path("register/changes/<int:pk>/", bulk_views.bulk_detail, name="bulk-detail"),
    path("register/changes/<int:pk>/undo/", bulk_views.bulk_undo, name="bulk-undo"),
    path("register/<slug:register>/change/", bulk_views.bulk_change, name="bulk-change"),
    path("planning/", plan_views.plan_list, name="plan-list"),
    path("planning/start/", plan_views.plan_start, name="plan-start"),
    path("planning/<int:pk>/cancel/", plan_views.plan_cancel, name="plan-cancel"),
    path("reporting-and-mandate-cycles/", views.mandate_cycles, name="mandate-cycles"),
    path("forecast/", forecast_views.forecast, name="forecast"),
    path("views/", saved_views.view_list, name="view-list"),
    path("views/save/", saved_views.view_save, name="view-save"),
    path("views/<int:pk>/", saved_views.view_edit, name="view-edit"),
    path("views/<int:pk>/overwrite/", saved_views.view_overwrite, name="view-overwrite"),
    path("views/<int:pk>/delete/", saved_views.view_delete, name="view-delete"),
    path("views/<int:pk>/menu/", saved_views.view_menu, name="view-menu"),
    path("fields/", field_views.field_list, name="field-list"),
    path("fields/add/", field_views.field_add, name="field-add"),
    path("fields/<int:pk>/", field_views.field_edit, name="field-edit"),
    path("calendar/", calendar_views.calendar, name="calendar"),
    path("calendar/feeds/", calendar_views.feed_list, name="feed-list"),
    path("calendar/feeds/<int:pk>/revoke/", calendar_views.feed_revoke, name="feed-revoke"),
    path("feeds/<slug:token>.ics", calendar_views.feed, name="feed"),
]
