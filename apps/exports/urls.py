"""Addresses of exports."""

from django.urls import path

from . import history_views, views

app_name = "exports"
urlpatterns = [
    path("schema/register.schema.json", views.schema, name="schema"),
    path("mandate-cycles.<str:format>", views.mandate_cycles, name="mandate-cycles"),
    path("view/<int:pk>/<str:format>/", views.view, name="view"),
    path("history/<str:format>/", history_views.history, name="history"),
    path(
        "history/<str:kind>/<int:record>/<str:format>/",
        history_views.history_of_record,
        name="history-of",
    ),
    path("<str:register>/<str:format>/", views.register, name="register"),
]
