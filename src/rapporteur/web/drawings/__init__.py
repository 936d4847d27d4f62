"""Where everything lies in the desk's drawings; the templates draw it.  Each module has one drawing."""
