// A static host as the page will find them: right media types, the strict content policy, nothing
// else. It can be gone from one moment to the next.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const types = {
    '.css': 'text/css; charset=utf-8',
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.png': 'image/png',
    '.svg': 'image/svg+xml',
    '.wasm': 'application/wasm',
    '.webmanifest': 'application/manifest+json',
};

/** The policy of the page's own meta element, and what only a header can say. */
function policyOf(folder) {
    const page = fs.readFileSync(path.join(folder, 'index.html'), 'utf8');
    const [, policy] = page.match(/http-equiv="Content-Security-Policy" content="([^"]+)"/);
    return `${policy}; frame-ancestors 'none'`;
}

/** Serves a folder on a free port of this machine; `change` may alter a file on its way. */
export async function serve(folder) {
    const policy = policyOf(folder);
    const host = {change: (_file, content) => content};
    const server = http.createServer((request, response) => {
        const {pathname} = new URL(request.url, 'http://localhost');
        const file = path.join(folder, path.normalize(pathname === '/' ? '/index.html' : pathname));
        fs.readFile(file, (error, content) => {
            if (error) return response.writeHead(404).end();
            response.writeHead(200, {
                'Content-Type': types[path.extname(file)] ?? 'application/octet-stream',
                'Content-Security-Policy': policy,
                'Cache-Control': 'no-cache',
                'X-Content-Type-Options': 'nosniff',
            }).end(host.change(path.relative(folder, file), content));
        });
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    return Object.assign(host, {
        origin: `http://127.0.0.1:${server.address().port}`,
        close() {
            server.closeAllConnections();
            return new Promise((resolve) => server.close(resolve));
        },
    });
}
