"""Addresses of exports."""

from django.urls import path

from . import views

app_name = "exports"
urlpatterns = [
    path("mandate-cycles.xlsx", views.mandate_cycles, name="mandate-cycles"),
    path("view/<int:pk>/<str:format>/", views.view, name="view"),
    path("<str:register>/<str:format>/", views.register, name="register"),
]
