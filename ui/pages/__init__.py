"""The pages of the window, and what each of them is put together from."""
