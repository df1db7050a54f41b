"""Addresses of dashboards."""

from django.urls import path

from . import views

app_name = "dashboards"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("timeliness/", views.timely, name="timeliness"),
    path("ageing/", views.ageing, name="ageing"),
    path("load/", views.load, name="load"),
    path("workload/", views.workload, name="workload"),
    path("reading/", views.reading, name="reading"),
    path("by/<slug:by>/", views.breakdown, name="breakdown"),
]
