"""Addresses of the registers."""

from django.urls import path

from . import views

app_name = "reporting"
urlpatterns = [
    path("obligations/", views.obligation_list, name="obligation-list"),
    path("cycles/", views.cycle_list, name="cycle-list"),
    path("series/", views.series_list, name="series-list"),
    path("series/<int:pk>/", views.series_detail, name="series-detail"),
]
