// A single-use discount through the whole page: one named customer, one offer, and a report in
// which the ISV sees that customer; the command line gives the same figures.
import assert from 'node:assert/strict';
import {after, test} from 'node:test';

import {closeBrowsers} from './desk.mjs';
import {
    assertReport, authorize, button, choose, CommandLine, exported, openDesk, record,
    setUpCompany, sign, table, type,
} from './life_cycle.mjs';

after(closeBrowsers);

async function writeAuthorization(desk) {
    await desk.click('link', 'Authorizations');
    await button(desk, 'New authorization');
    await choose(desk, 'Form', 'Custom Resale Transaction');
    await button(desk, 'Start the form');
    await type(desk, '@isv_name', 'Sentinel Labs GmbH');
    await type(desk, '@isv_account', '222233334444');
    await type(desk, '@customer_name', 'Meridian Air');
    await type(desk, '@customer_account', '555566667777');
    await type(desk, 'Product', 'Sentinel Mesh');
    await type(desk, 'Product ID', 'prod-7wd2k9hs3gk1p');
    await type(desk, 'Off list price (%)', '35');
}

async function offerIt(desk) {
    await record(desk, 'New deal under it', {}, 'Start the deal');
    await desk.click('tab', 'Forms');
    assert.equal(await desk.value('textbox', '@customer_name'), 'Meridian Air');
    await type(desk, 'List price', '100000');
    await desk.click('tab', 'Quote');
    await type(desk, 'Marketplace fee', '3');
    await type(desk, 'Processing fee', '1');
    await type(desk, 'Price', '87499.99');
    await sign(desk, 'Partner');
    await record(desk, 'Send to AWS', {}, 'Record as sent');
    await record(desk, 'Record the offer', {'Offer ID': 'offer-single'}, 'Record the offer');
}

/** The authorization was for one offer. */
async function seeItConsumed(desk) {
    await desk.click('link', 'Authorizations');
    const [row] = await table(desk, 'Authorizations');
    assert.equal(row.Status, 'Authorized (consumed)');
    await desk.page.goBack();
    await desk.rest();
}

async function acceptByAnotherFirst(desk) {
    await button(desk, 'Record the acceptance');
    await type(desk, 'Accepted by account', '555566667778');
    await button(desk, 'Record the acceptance');
    await desk.sees('No offer is visible to the account \'555566667778\'. A private offer is ' +
                    'visible to one account only; check the account number.');
    await type(desk, 'Accepted by account', '555566667777');
    await button(desk, 'Record the acceptance');
    await desk.find('dialog', 'Record the acceptance').waitFor({state: 'detached'});
}

async function payInvoice(desk) {
    await desk.click('tab', 'Money');
    await record(desk, 'Record invoice', {}, 'Record the invoice');
    await record(desk, 'Record payment', {}, 'Record the payment');
    await record(desk, 'Record payout', {}, 'Record the payout');
    await record(desk, 'Record payout', {}, 'Record the payout');
    const [invoice] = await table(desk, 'Invoices');
    assert.equal(invoice['ISV net'], '63,050.00');
}

async function compareWithCommandLine(desk) {
    await desk.click('tab', 'Reports');
    const [isv, partner] = [await table(desk, 'What the ISV sees'),
                            await table(desk, 'What we see')];
    const line = new CommandLine(await exported(desk));
    const asOf = ['--as-of', '2026-11-23'];
    assertReport(isv, line.json('report', '--as', 'isv', ...asOf),
                 {'Buyer': 'buyer_name', 'Buyer account': 'buyer_account',
                  'Gross revenue': 'gross_revenue', 'Net revenue': 'net_revenue'});
    assert.equal(isv[0].Buyer, 'Meridian Air');
    assertReport(partner, line.json('report', '--as', 'partner', ...asOf),
                 {'Buyer': 'buyer_name', 'Gross revenue': 'gross_revenue',
                  'Wholesale cost': 'wholesale_cost', 'Net revenue': 'net_revenue'});
    line.remove();
}

test('a single-use discount, from its form to everyone\'s money', async () => {
    const desk = await openDesk('2026-11-23');
    try {
        await setUpCompany(desk);
        await writeAuthorization(desk);
        await authorize(desk);
        await desk.saved();
        await desk.reload();
        await offerIt(desk);
        await seeItConsumed(desk);
        await acceptByAnotherFirst(desk);
        await payInvoice(desk);
        await desk.saved();
        await desk.offlineReady();
        await desk.offline();
        await desk.reload();
        await compareWithCommandLine(desk);
    } catch (error) {
        await desk.shot('life-cycle-single-use').catch(() => {});
        throw error;
    } finally {
        await desk.end().catch(() => {});
    }
    assert.deepEqual(desk.problems, []);
});
