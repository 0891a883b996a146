// What the walks through the whole life cycle share: a person who uses the page by role and name,
// with whatever hands, and the command line that is asked for the same figures.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

import {Desk} from './desk.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cppo = path.resolve(root, process.env.CPPO_NATIVE ?? 'build/native/cppo');

/** The page on a known day, whatever day it is, in these hands. */
export async function openDesk(day, hands) {
    const before = (page) => page.clock.setFixedTime(`${day}T12:00:00`);
    const desk = await Desk.open({before});
    // An open dialog is all there is; names that appear twice are distinguished by their groups.
    const reachable = '[aria-modal="true"], #ax:not(:has([aria-modal="true"]))';
    desk.find = (role, name) => {
        const [own, ...groups] = name.split(' › ').reverse();
        const within = groups.reduceRight((place, group) => place.getByRole('group',
            {name: group, exact: true}), desk.page.locator(reachable));
        return within.getByRole(role, {name: own, exact: true}).first();
    };
    desk.hands = hands(desk);
    return desk;
}

export const press = (desk, role, name) => desk.hands.press(role, name);
export const button = (desk, name) => desk.hands.press('button', name);
export const type = (desk, field, text) => desk.hands.write(field, text);
export const choose = (desk, field, option) => desk.hands.choose(field, option);

export async function today(desk, day) {
    await desk.page.clock.setFixedTime(`${day}T12:00:00`);
}

/** Fills fields and presses the button that takes them over. */
export async function record(desk, opening, fields, closing) {
    await button(desk, opening);
    for (const [field, text] of Object.entries(fields)) await type(desk, field, text);
    await button(desk, closing);
    await desk.find('dialog', opening).waitFor({state: 'detached'});
}

export async function setUpCompany(desk) {
    await button(desk, 'Set up your company');
    await type(desk, 'Your legal name', 'Harbor Consulting LLC');
    await type(desk, 'Your AWS account', '7777 8888 9999');
    await press(desk, 'checkbox', 'Registered as AWS Marketplace seller');
}

export async function sign(desk, role) {
    await record(desk, `Sign as ${role}`, {Name: `${role} signer`, Title: 'Director'}, 'Sign');
}

/** The form goes to AWS, which authorizes it. */
export async function authorize(desk) {
    await sign(desk, 'ISV');
    await sign(desk, 'Partner');
    await record(desk, 'Send to AWS', {}, 'Record as sent');
    await record(desk, 'Record the authorization', {}, 'Record the authorization');
}

/** A table as rows of cells, each by its column's title. */
export async function table(desk, name) {
    const grid = desk.find('grid', name);
    await grid.waitFor({state: 'attached'});
    return grid.evaluate((element) => {
        const texts = (row, role) =>
            [...row.querySelectorAll(`[role=${role}]`)].map((cell) => cell.firstChild?.data ?? '');
        const rows = [...element.querySelectorAll('[role=row]')];
        const titles = texts(rows[0], 'columnheader');
        return rows.slice(1).map((row) => Object.fromEntries(
            texts(row, 'cell').map((text, i) => [titles[i], text])));
    });
}

/** All records of the page, as its own export gives them to the person. */
export async function exported(desk) {
    await press(desk, 'link', 'Data');
    const {file} = await desk.download(() => button(desk, 'Export all'));
    return file;
}

/** The command line over the records of an export. */
export class CommandLine {
    #data = fs.mkdtempSync(path.join(os.tmpdir(), 'cppo-life-'));

    constructor(file) {
        this.run('data', 'import', file);
    }

    run(...words) {
        return execFileSync(cppo, ['--data', this.#data, ...words], {encoding: 'utf8'});
    }

    json(...words) {
        return JSON.parse(this.run(...words, '--json'));
    }

    remove() {
        fs.rmSync(this.#data, {recursive: true});
    }
}

/** A figure of the command line as the page shows it: "-2879.99" is "−2,879.99". */
export function reading(figure) {
    if (!/^-?\d+\.\d\d$/.test(figure)) return figure;
    const [whole, ...decimals] = figure.split('.');
    return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...decimals].join('.').replace('-', '−');
}

/** The report of a party on screen against the command line's. */
export function assertReport(shown, asked, columns) {
    assert.equal(shown.length, asked.rows.length);
    asked.rows.forEach((row, i) => {
        for (const [title, name] of Object.entries(columns))
            assert.equal(shown[i][title].replaceAll(' ', ''),
                         reading(row[name]).replaceAll(' ', ''), title);
    });
}
