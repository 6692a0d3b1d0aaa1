"""Commands without a window: the same services, for scripts and scheduled jobs."""
