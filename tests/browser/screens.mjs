// Every screen of the sample workspace, by its address.
export const screens = [
    '/', '/deals', '/deals/quoting', '/deal/granite-3y/quote', '/deal/loom-backup/quote',
    '/deal/loom-backup/forms', '/deal/orchard-support/offer', '/deal/granite-3y/money',
    '/deal/granite-3y/reports', '/deal/granite-3y/history', '/authorizations',
    '/authorization/fjord-2027', '/customers', '/products', '/isvs', '/money', '/workspace',
    '/data', '/help',
];

/** The day on which the sample has something to say. */
export const sampleDay = '2026-11-23T12:00:00';

export async function openSample(desk) {
    await desk.click('button', 'Open the sample workspace');
}

export async function visit(desk, route) {
    await desk.page.evaluate((to) => { location.hash = `#${to}`; }, route);
    await desk.rest();
}
