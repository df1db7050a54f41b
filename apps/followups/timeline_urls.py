"""The address of the timeline of a document; that of an obligation stands on its page."""

from django.urls import path

from . import timeline_views

app_name = "timelines"
urlpatterns = [
    path("<int:pk>/timeline/", timeline_views.document_timeline, name="document-timeline"),
]
