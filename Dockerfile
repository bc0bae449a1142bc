# The HTTP service, `toolkit serve`.  Build and run:
#   docker build --tag article-toolkit .
#   docker run --publish 8000:8000 --env TOOLKIT_TOKEN --read-only --tmpfs /tmp article-toolkit
FROM python:3.13-slim-trixie AS build
COPY requirements.lock /src/
RUN python -m venv /opt/toolkit \
 && /opt/toolkit/bin/pip install --no-cache-dir --disable-pip-version-check \
      --only-binary :all: --require-hashes --requirement /src/requirements.lock
COPY . /src/
RUN /opt/toolkit/bin/pip install --no-cache-dir --disable-pip-version-check \
      --no-deps --no-build-isolation /src

FROM python:3.13-slim-trixie
RUN apt-get update \
 && apt-get install --yes --no-install-recommends \
      libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin toolkit
COPY --from=build /opt/toolkit /opt/toolkit
# fontconfig keeps its cache in the home folder else, which this user has not.
ENV PATH=/opt/toolkit/bin:$PATH XDG_CACHE_HOME=/tmp
USER 10001:10001
EXPOSE 8000
HEALTHCHECK --start-period=20s --interval=15s --timeout=5s \
  CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/health')"]
CMD ["toolkit", "serve", "--host", "0.0.0.0"]
