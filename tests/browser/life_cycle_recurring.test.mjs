// A recurring discount through the whole page: a three-year schedule that the customer signs too,
// with a reload in the middle, the server gone at the end, and the command line's figures.
import assert from 'node:assert/strict';
import {after, test} from 'node:test';

import {closeBrowsers, lacking} from './desk.mjs';
import {keyboard, mouse} from './hands.mjs';
import {
    assertReport, authorize, button, choose, CommandLine, exported, openDesk, press, reading,
    record, setUpCompany, sign, table, today, type,
} from './life_cycle.mjs';

after(closeBrowsers);

async function writeAuthorization(desk) {
    await press(desk, 'link', 'Authorizations');
    await record(desk, 'New authorization', {}, 'Start the form');
    await type(desk, 'ISV › Legal name', 'Nimbus Software, Inc.');
    await type(desk, 'ISV › AWS account', '1111 2222 333');
    await desk.sees('An AWS account number has 12 digits; \'11112222333\' has 11. ' +
                    'Correct the value and try again.');
    assert.equal(await desk.value('textbox', 'ISV › AWS account'), '11112222333');
    await type(desk, 'ISV › AWS account', '1111 2222 3333');
    await type(desk, 'Product', 'Nimbus Analytics');
    await type(desk, 'Product ID', 'prod-4xkq7n2mvb5ge');
    await type(desk, 'Discount off list (%)', '20');
}

async function writeRequest(desk) {
    await record(desk, 'Start a deal', {}, 'Start the deal');
    await press(desk, 'tab', 'Forms');
    await type(desk, 'Customer › Name', 'Example Retail');
    await type(desk, 'Customer › AWS account', '0001 2345 6789');
    await type(desk, 'List price', '120000');
    await type(desk, 'Contract starts', '2027-02-01');
    await type(desk, 'Term', 'P3Y');
    await type(desk, 'Customer must accept by', '2027-01-31');
    await choose(desk, 'Payment', 'On a schedule');
    for (const [i, amount] of [40000, 40000, 30000].entries()) {
        await button(desk, 'Add payment');
        const row = i === 0 ? '' : ` ${i + 1}`;
        await type(desk, `Date${row}`, `${2027 + i}-02-01`);
        await type(desk, `Amount${row}`, String(amount));
    }
}

async function priceIt(desk) {
    await press(desk, 'tab', 'Quote');
    await type(desk, 'Price', '110,000.00');
    await type(desk, 'Marketplace fee', '3');
    await type(desk, 'Processing fee', '1');
    const [isv, partner, aws] = await table(desk, 'Who receives what');
    assert.deepEqual([isv.Fee, isv.Receives, isv.Share], ['−2,879.99 (3 %)', '93,120.01',
                                                          '84.65 %']);
    assert.deepEqual([partner.Fee, partner.Receives], ['−140.00 (1 %)', '13,860.00']);
    assert.equal(aws.Receives, '3,019.99');
}

async function offerIt(desk) {
    await sign(desk, 'Partner');
    await sign(desk, 'Customer');
    await record(desk, 'Send to AWS', {}, 'Record as sent');
    await record(desk, 'Record the offer', {'Offer ID': 'offer-4mz2k7qd3xw5a'},
                 'Record the offer');
    await record(desk, 'Record the acceptance', {}, 'Record the acceptance');
}

async function payFirstInvoice(desk) {
    await press(desk, 'tab', 'Money');
    for (const [opening, closing, day] of [
        ['Record invoice', 'Record the invoice', '2027-02-01'],
        ['Record payment', 'Record the payment', '2027-03-03'],
        ['Record payout', 'Record the payout', '2027-03-10'],
        ['Record payout', 'Record the payout', '2027-03-10'],
    ]) await record(desk, opening, {Date: day}, closing);
    const [first] = await table(desk, 'Invoices');
    assert.deepEqual([first.Status, first['ISV net'], first['Your net']],
                     ['Disbursed', '33,861.82', '5,040.00']);
}

async function compareWithCommandLine(desk) {
    await press(desk, 'tab', 'Reports');
    const [isv, partner] = [await table(desk, 'What the ISV sees'),
                            await table(desk, 'What you see')];
    await press(desk, 'tab', 'Quote');
    const split = await table(desk, 'Who receives what');
    const line = new CommandLine(await exported(desk));
    const asOf = ['--as-of', '2027-03-11'];
    assertReport(isv, line.json('report', '--as', 'isv', ...asOf),
                 {'Buyer': 'buyer_name', 'Buyer account': 'buyer_account',
                  'Gross revenue': 'gross_revenue', 'Net revenue': 'net_revenue'});
    // The program's rule: in a recurring deal the ISV sees you as the buyer.
    assert.equal(isv[0].Buyer, 'Harbor Consulting LLC');
    assertReport(partner, line.json('report', '--as', 'partner', ...asOf),
                 {'Buyer': 'buyer_name', 'Gross revenue': 'gross_revenue',
                  'Net revenue': 'net_revenue'});
    const {quote} = line.json('deal', 'show', '--id', 'deal-1');
    assert.equal(split[0].Receives, reading(quote.isv_net));
    assert.equal(split[1].Receives, reading(quote.partner_net));
    assert.equal(split[2].Receives, reading(quote.aws_total));
    line.remove();
}

async function walk(hands) {
    const desk = await openDesk('2026-11-23', hands);
    try {
        await setUpCompany(desk);
        await writeAuthorization(desk);
        await authorize(desk);
        await writeRequest(desk);
        await desk.saved();
        await desk.reload();
        await priceIt(desk);
        await offerIt(desk);
        await payFirstInvoice(desk);
        await desk.saved();
        await today(desk, '2027-03-11');
        await desk.offlineReady();
        await desk.offline();
        await desk.reload();
        await compareWithCommandLine(desk);
    } catch (error) {
        await desk.shot(`life-cycle-${hands.name}`).catch(() => {});
        throw error;
    } finally {
        await desk.end().catch(() => {});
    }
    assert.deepEqual(desk.problems, []);
}

for (const [hands, needs] of [[mouse], [keyboard, 'repeats']])
    test(`a recurring discount by ${hands.name}, from an empty page to everyone's money`,
         {skip: lacking(needs)}, () => walk(hands));
