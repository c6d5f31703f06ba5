# One image, every process: `docker run anna web`, `… worker`, `… scheduler`, `… migrate`.
FROM python:3.11-slim-bookworm AS build
WORKDIR /app
COPY requirements/run.lock requirements/run.lock
RUN python -m venv .venv \
 && .venv/bin/python -m pip install --quiet --no-cache-dir --require-hashes --only-binary :all: -r requirements/run.lock

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin anna
WORKDIR /app
COPY --from=build /app/.venv .venv
COPY src src
COPY prompts prompts
COPY flows flows
ENV PATH=/app/.venv/bin:$PATH PYTHONPATH=/app/src PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 ANNA_HOST=0.0.0.0
USER anna
EXPOSE 8000
ENTRYPOINT ["python", "-m", "anna"]
CMD ["--help"]
