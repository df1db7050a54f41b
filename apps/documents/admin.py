from django.contrib import admin
from simple_history.admin import SimpleHistoryAdmin

from .models import Document


@admin.register(Document)
class DocumentAdmin(SimpleHistoryAdmin):
    list_display = ["symbol", "adopted_on", "kind", "organ", "is_sample"]
    search_fields = ["symbol", "title"]
    readonly_fields = ["symbol", "created_by", "version"]
