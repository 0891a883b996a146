// Complete forms, and what may and may not become of them.
const digest = '0123456789abcdef'.repeat(4);
const attachments = [{name: 'terms.pdf', sha256: digest, about: 'Terms'}];

const authorization = {
    isv_name: 'Nimbus Software, Inc.',
    isv_account: '111122223333',
    partner_name: 'Harbor Consulting LLC',
    partner_account: '777788889999',
    partner_contact: 'Partner desk',
    products: [
        {title: 'Nimbus Analytics', product: 'prod-4xkq7n2mvb5ge', discount: '25',
            list: '1200.00', product_type: 'saas', url: 'https://aws.amazon.com/marketplace'},
        {title: 'Nimbus Support', product: 'prod-9h3t6wz1rc8ya', discount: '33.333333333'},
    ],
    currency: 'USD',
    starts: '2026-01-05',
    ends: '2028-01-04',
    contract: 'custom',
    attachments,
};

const customer = {customer_name: 'Granite Bank', customer_account: '000123456789'};

const request = {
    ...customer,
    payer_account: '310042000100',
    buyer_country: 'KR',
    currency: 'USD',
    starts: '2026-02-01',
    term: 'P36M',
    accept_by: '2026-01-31',
    product_type: 'saas',
    renewal: 'no',
    custom_terms: 'The license covers subsidiaries.\n\nSupport answers in one day.',
    customer_signs: 'yes',
    attachments,
};

const sold = {
    lines: [{product: 'prod-4xkq7n2mvb5ge', description: 'Seats', list: '300000.00',
        quantity: '1'}],
    price: '270000.00',
    pricing: 'upfront',
};

const rates = [{product: 'prod-4xkq7n2mvb5ge', description: 'Calls', list_rate: '0.00123',
    partner_rate: '0.00111'}];

const {term, ...withoutTerm} = request;

export const complete = {
    raf: {form: 'raf', document: authorization},
    crt: {form: 'crt', document: {...authorization, ...customer,
        resale_terms: 'Support requests go to the partner first.'}},
    upfront: {form: 'ctr', document: {...request, ...sold}},
    scheduled: {form: 'ctr', document: {...request, ...sold, pricing: 'scheduled', schedule: [
        {on: '2026-02-01', amount: '100000.00'}, {on: '2027-02-01', amount: '170000.00'}]}},
    yen: {form: 'ctr', document: {...request, ...sold, currency: 'JPY', price: '270000',
        lines: [{...sold.lines[0], list: '300000'}]}},
    usage: {form: 'ctr', document: {...withoutTerm, ends: '2029-01-31', pricing: 'usage', rates}},
};

const zeros = (count) => '0'.repeat(count);

/** Texts of one field that are kept as they are, and others. */
export const values = [
    {name: 'raf', field: 'isv_name',
        good: ['A', 'Zürich – 東京', 'x'.repeat(255), '😀'.repeat(255), 'a\u00a0b', '"\\/'],
        bad: ['', ' ', ' A', 'A ', 'a\nb', 'a\tb', 'a\u0007b', 'a\u007fb', 'a\u202eb', '\u200e',
            'a\u2028b', '\ufeffa', 'x'.repeat(256), '😀'.repeat(256)]},
    {name: 'crt', field: 'resale_terms',
        good: ['A\n\nB', 'x'.repeat(4000)],
        bad: ['\nA', 'A\n', 'A\r\nB', 'A\u2066B', 'x'.repeat(4001)]},
    {name: 'raf', field: 'isv_account',
        good: ['000000000001', '999999999999'],
        bad: ['1111 2222 3333', '1111-2222-3333', '11112222333', '1111222233334', '11112222333a']},
    {name: 'raf', field: 'products[0].discount',
        good: ['0', '100', '0.1', '33.333333333', '99.999999999', '7'],
        bad: ['25%', '25.0', '025', '.5', '5.', '100.1', '101', '-1', '+1', '1e1', '1,5',
            '0.1234567891', '00']},
    {name: 'raf', field: 'products[0].list',
        good: ['0.00', '0.01', '1234.50', '100000000.00', '99999999.99'],
        bad: ['1234', '1,234.50', '1234.5', '01.00', '100000000.01', '-1.00', '1.001', '.50']},
    {name: 'yen', field: 'price',
        good: ['0', '1', '100000000'], bad: ['1.00', '100000001', '01', '1.']},
    {name: 'yen', field: 'lines[0].list', good: ['7'], bad: ['7.00']},
    {name: 'scheduled', field: 'schedule[1].amount', good: ['0.00'], bad: ['0']},
    {name: 'usage', field: 'rates[0].partner_rate',
        good: ['0', '1', '0.000000001', '100000000', '12.5'],
        bad: ['1.0', '0.0000000001', '100000000.1', '100000001', '1,000', '01', '-1']},
    {name: 'upfront', field: 'lines[0].quantity',
        good: ['0', '1', '300'], bad: ['1.0', '01', '-1', '1,000', '1000000000001']},
    {name: 'upfront', field: 'accept_by',
        good: ['2000-01-01', '2199-12-31', '2024-02-29', '2000-02-29', '2196-02-29'],
        bad: ['1999-12-31', '2200-01-01', '2100-02-29', '2023-02-29', '2026-02-30', '2026-04-31',
            '2026-13-01', '2026-00-10', '2026-1-1', '20260101', '2026-01-01T00:00:00Z']},
    {name: 'upfront', field: 'term',
        good: ['P1M', 'P144M', 'P45D', 'P1D', 'P18M10D'],
        bad: ['P1Y', 'P12', 'P0M', 'P145M', '12M', 'P1W', 'P01M', 'P1M0D', 'PT1H', 'P-1M']},
    {name: 'raf', field: 'currency', good: ['EUR', 'CAD'], bad: ['usd', 'JPN', 'ZZZ', 'US']},
    {name: 'upfront', field: 'buyer_country',
        good: ['US', 'GB'], bad: ['us', 'UK', 'USA', 'U', '1A', 'Ü1']},
    {name: 'raf', field: 'products[0].product_type',
        good: ['ami', 'container', 'professional_services'],
        bad: ['byol', 'SaaS', 'machine_learning', 'data_exchange']},
    {name: 'upfront', field: 'product_type', good: ['machine_learning', 'data_exchange'],
        bad: ['byol']},
    {name: 'upfront', field: 'renewal', good: ['yes', 'no'], bad: ['Yes', 'true', '1']},
    {name: 'raf', field: 'contract', good: ['standard', 'none'], bad: ['Standard', 'other']},
    {name: 'raf', field: 'products[0].url',
        good: ['https://a', 'https://aws.amazon.com/marketplace/pp/prodview-1?a=b&c=%20#d',
            `https://a${zeros(246)}`],
        bad: ['http://a', 'https://', 'https:///a', 'https://a b', 'https://a"b', 'https://ä',
            'HTTPS://a', 'https://a|b', `https://a${zeros(247)}`]},
    {name: 'upfront', field: 'attachments[0].name',
        good: ['a', 'Terms (v2).pdf', '契約.pdf', '...', '.a', 'a..b', 'x'.repeat(255)],
        bad: ['.', '..', 'a/b', '../a', 'a\\b', 'C:a', 'a\nb', ' a', 'x'.repeat(256), 'a\u202eb']},
    {name: 'upfront', field: 'attachments[0].sha256',
        good: [zeros(64)], bad: [digest.toUpperCase(), zeros(63), zeros(65), `${zeros(63)}g`]},
];

const rows = (count, row) => Array.from({length: count}, () => ({...row}));
const files = (count) => Array.from({length: count}, (_, i) => ({name: `${i}`, sha256: digest}));
const payments = (count) => rows(count, {on: '2026-02-01', amount: '0.00'});

/** Changes to a complete form. */
export const structures = [
    {title: 'an unknown field', name: 'raf', change: (d) => (d.prize = '1'), expected: false},
    {title: 'another form\'s field', name: 'raf', change: (d) => (d.price = '1.00'),
        expected: false},
    {title: 'a number', name: 'upfront', change: (d) => (d.price = 270000), expected: false},
    {title: 'null', name: 'raf', change: (d) => (d.ends = null), expected: false},
    {title: 'a list for a text', name: 'raf', change: (d) => (d.isv_name = ['a']),
        expected: false},
    {title: 'a text for a table', name: 'raf', change: (d) => (d.products = 'a'),
        expected: false},
    {title: 'an unknown table', name: 'raf', change: (d) => (d.lines = [{list: '1.00'}]),
        expected: false},
    {title: 'a text for a row', name: 'raf', change: (d) => d.products.push('a'),
        expected: false},
    {title: 'an empty row', name: 'raf', change: (d) => d.products.push({}), expected: false},
    {title: 'an unknown column', name: 'raf', change: (d) => (d.products[0].size = '1'),
        expected: false},
    {title: 'an optional field left empty', name: 'raf', change: (d) => (d.ends = ''),
        expected: false},
    {title: 'no product', name: 'raf', change: (d) => (d.products = []), expected: false},
    {title: 'no attachment', name: 'raf', change: (d) => (d.attachments = []), expected: true},
    {title: '20 attachments', name: 'raf', change: (d) => (d.attachments = files(20)),
        expected: true},
    {title: '21 attachments', name: 'raf', change: (d) => (d.attachments = files(21)),
        expected: false},
    {title: '50 lines', name: 'upfront', change: (d) => (d.lines = rows(50, d.lines[0])),
        expected: true},
    {title: '51 lines', name: 'upfront', change: (d) => (d.lines = rows(51, d.lines[0])),
        expected: false},
    {title: '60 payments', name: 'scheduled', change: (d) => (d.schedule = payments(60)),
        expected: true},
    {title: '61 payments', name: 'scheduled', change: (d) => (d.schedule = payments(61)),
        expected: false},
    {title: 'a schedule', name: 'upfront', change: (d) => (d.schedule = payments(1)),
        expected: false},
    {title: 'an empty schedule', name: 'upfront', change: (d) => (d.schedule = []),
        expected: true},
    {title: 'no schedule', name: 'scheduled', change: (d) => (d.schedule = []), expected: false},
    {title: 'rates', name: 'upfront', change: (d) => (d.rates = rates), expected: false},
    {title: 'paid by usage', name: 'upfront', change: (d) => (d.pricing = 'usage'),
        expected: false},
    {title: 'paid otherwise', name: 'upfront', change: (d) => (d.pricing = 'free'),
        expected: false},
    {title: 'a price', name: 'usage', change: (d) => (d.price = '1.00'), expected: false},
    {title: 'lines', name: 'usage', change: (d) => (d.lines = sold.lines), expected: false},
    {title: 'a schedule', name: 'usage', change: (d) => (d.schedule = payments(1)),
        expected: false},
    {title: 'a term and a last day', name: 'usage', change: (d) => (d.term = 'P36M'),
        expected: false},
    {title: 'cents in yen', name: 'yen', change: (d) => (d.lines[0].list = '1.00'),
        expected: false},
    {title: 'yen without cents in dollars', name: 'yen', change: (d) => (d.currency = 'USD'),
        expected: false},
];
