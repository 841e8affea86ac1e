# nativeroll in a container. Build it from a checkout where `npm ci` has run, so that dist/ is there.
# BASE: any image with Node 20.19 or newer and the C++ runtime.
ARG BASE=node:20-bookworm-slim
FROM ${BASE}
WORKDIR /nativeroll
COPY package.json package-lock.json ./
# A base that brings node_modules along needs no registry.
RUN test -d node_modules || npm ci --omit=dev --ignore-scripts
COPY dist dist
ENV NODE_ENV=production
EXPOSE 8545 8420 9545 9546
ENTRYPOINT ["node", "/nativeroll/dist/bin/nativeroll.js"]
CMD ["up", "--host", "0.0.0.0"]
