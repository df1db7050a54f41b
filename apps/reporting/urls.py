"""Addresses of the registers and of the calendar."""

from django.urls import path

from . import bulk_views, calendar_views, forecast_views, plan_views, views

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
    path("calendar/", calendar_views.calendar, name="calendar"),
    path("calendar/feeds/", calendar_views.feed_list, name="feed-list"),
    path("calendar/feeds/<int:pk>/revoke/", calendar_views.feed_revoke, name="feed-revoke"),
    path("feeds/<slug:token>.ics", calendar_views.feed, name="feed"),
]
