"""Claims become what they are about: facts, series, treaties, bodies, visits, projects."""
