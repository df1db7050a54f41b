from django.contrib import admin
from simple_history.admin import SimpleHistoryAdmin

from .models import Holiday, Session


@admin.register(Session)
class SessionAdmin(SimpleHistoryAdmin):
    list_display = ["number", "opens_on"]
    search_fields = ["number"]


@admin.register(Holiday)
class HolidayAdmin(SimpleHistoryAdmin):
    list_display = ["on", "name"]
    search_fields = ["name"]
    date_hierarchy = "on"
