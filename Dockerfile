# syntax=docker/dockerfile:1

# Everything that is needed to build: all packages, both bundles.
FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --no-audit --no-fund
COPY tsconfig.json ./
COPY collections ./collections
COPY src ./src
RUN npm run build && npm prune --omit=dev && rm -rf src/admin/.next/cache dist/log

# What runs: the bundles, the packages they import, nothing to build with.
FROM node:22-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATA_DIR=/app/data \
    MEDIA_DIR=/app/media
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
# The admin panel's bundle is found below its own room, which holds its configuration.
COPY --from=build /app/src ./src
COPY --from=build /app/collections ./collections
RUN mkdir -p data media && chown node:node data media
USER node
VOLUME ["/app/data", "/app/media"]
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Started directly, without npm in between, so that the signal to stop arrives; src/cli/nodeFlags.mjs
# says why the condition is needed.
ENTRYPOINT ["node", "--conditions=production", "dist/cli.js"]
CMD ["start"]
