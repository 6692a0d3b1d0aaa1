"""Cases, links between them, and venues not to use: for coordinators and managers."""
