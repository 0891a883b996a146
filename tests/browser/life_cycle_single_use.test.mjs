// A single-use discount through the whole page: one named customer, one offer, and a report in
// which the ISV sees that customer; the command line gives the same figures.
import assert from 'node:assert/strict';
import {after, test} from 'node:test';

import {closeBrowsers, lacking} from './desk.mjs';
import {tree} from './hands.mjs';
import {
    assertReport, authorize, button, choose, CommandLine, exported, openDesk, press, record,
    setUpCompany, sign, table, type,
} from './life_cycle.mjs';

after(closeBrowsers);

async function writeAuthorization(desk) {
    await press(desk, 'link', 'Authorizations');
    await button(desk, 'New authorization');
    await choose(desk, 'Form', 'Custom Resale Transaction');
    await button(desk, 'Start the form');
    await type(desk, 'ISV › Legal name', 'Sentinel Labs GmbH');
    await type(desk, 'ISV › AWS account', '222233334444');
    await type(desk, 'Customer › Name', 'Meridian Air');
    await type(desk, 'Customer › AWS account', '555566667777');
    await type(desk, 'Product', 'Sentinel Mesh');
    await type(desk, 'Product ID', 'prod-7wd2k9hs3gk1p');
    await type(desk, 'Discount off list (%)', '35');
}

/** What the browser's own tree tells of the form: names are how things were found. */
async function hearForm(desk) {
    const heard = async (role, name) => {
        const {value, properties} = await desk.hands.node(role, name);
        const state = Object.fromEntries(properties.map((each) => [each.name, each.value.value]));
        return [value?.value ?? '', state.required, state.invalid ?? state.expanded];
    };
    assert.deepEqual(await heard('textbox', 'ISV › Legal name'),
                     ['Sentinel Labs GmbH', true, 'false']);
    assert.deepEqual(await heard('textbox', 'Customer › AWS account'),
                     ['555566667777', true, 'false']);
    assert.deepEqual(await heard('combobox', 'Currency'), ['USD', true, false]);
    await type(desk, 'ISV › AWS account', '2222');
    assert.deepEqual(await heard('textbox', 'ISV › AWS account'), ['2222', true, 'true']);
    await type(desk, 'ISV › AWS account', '222233334444');
}

async function offerIt(desk) {
    await record(desk, 'Start a deal', {}, 'Start the deal');
    await press(desk, 'tab', 'Forms');
    assert.equal(await desk.value('textbox', 'Customer › Name'), 'Meridian Air');
    await type(desk, 'List price', '100000');
    await press(desk, 'tab', 'Quote');
    await type(desk, 'Marketplace fee', '3');
    await type(desk, 'Processing fee', '1');
    await type(desk, 'Price', '87499.99');
    await sign(desk, 'Partner');
    await record(desk, 'Send to AWS', {}, 'Record as sent');
    await record(desk, 'Record the offer', {'Offer ID': 'offer-single'}, 'Record the offer');
}

/** The authorization was for one offer. */
async function seeItConsumed(desk) {
    await press(desk, 'link', 'Authorizations');
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
    await press(desk, 'tab', 'Money');
    await record(desk, 'Record invoice', {}, 'Record the invoice');
    await record(desk, 'Record payment', {}, 'Record the payment');
    await record(desk, 'Record payout', {}, 'Record the payout');
    await record(desk, 'Record payout', {}, 'Record the payout');
    const [invoice] = await table(desk, 'Invoices');
    assert.equal(invoice['ISV net'], '63,050.00');
}

async function compareWithCommandLine(desk) {
    await press(desk, 'tab', 'Reports');
    const [isv, partner] = [await table(desk, 'What the ISV sees'),
                            await table(desk, 'What you see')];
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

test('a single-use discount, as a screen reader walks it, to everyone\'s money', {
    skip: lacking('protocol'),
}, async () => {
    const desk = await openDesk('2026-11-23', tree);
    try {
        await setUpCompany(desk);
        await writeAuthorization(desk);
        await hearForm(desk);
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
