"""Calendars: meetings as components of iCalendar, and back."""
