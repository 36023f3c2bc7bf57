# One image for both processes and for the commands; docker-compose.yml says which one runs.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production TZ=UTC npm_config_cache=/tmp/.npm npm_config_logs_max=0 npm_config_update_notifier=false
WORKDIR /app
COPY --from=build /app/dist ./
RUN install -d -o node -g node -m 0750 /zegels
USER node
EXPOSE 8080
CMD ["node", "api/main.js"]
