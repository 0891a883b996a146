// The command line on records of its own, each test starting from empty forms.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const on = ['--on', '2026-01-02'];

export class Desk {
    constructor(cppo) {
        this.cppo = cppo;
        this.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cppo-schema-'));
        this.blank = path.join(this.folder, 'blank');
        this.data = path.join(this.folder, 'data');
        this.makeBlankForms();
    }

    close() {
        fs.rmSync(this.folder, {recursive: true});
    }

    run(words, {data = this.data, input = ''} = {}) {
        const done = spawnSync(this.cppo, ['--data', data, ...words], {input, encoding: 'utf8'});
        if (done.error) throw done.error;
        return {code: done.status, out: done.stdout, err: done.stderr};
    }

    done(words, options) {
        const {code, out, err} = this.run(words, options);
        if (code !== 0) throw new Error(`${words.join(' ')}: ${err}`);
        return out;
    }

    fields(noun, id, data) {
        return JSON.parse(this.done([noun, 'show', '--id', id, '--json'], {data})).fields;
    }

    /** One record of each form with nothing written on it, not even what the desk fills in. */
    makeBlankForms() {
        const options = {data: this.blank};
        for (const form of ['raf', 'crt'])
            this.done(['authorization', 'new', '--form', form, '--id', form, ...on], options);
        this.done(['deal', 'new', '--authorization', 'raf', '--id', 'ctr', ...on], options);
        for (const [noun, id] of [['authorization', 'raf'], ['authorization', 'crt'],
            ['deal', 'ctr']]) {
            const record = ['--id', id, ...on];
            for (const group of ['products', 'lines'])
                this.run([noun, 'remove-row', ...record, '--group', group, '--row', '0'], options);
            const written = Object.keys(this.fields(noun, id, this.blank));
            const empty = Object.fromEntries(written.map((key) => [key, '']));
            const input = JSON.stringify(empty);
            this.done([noun, 'fill', ...record, '--from', '-'], {...options, input});
        }
    }

    /** What becomes of an empty form that the document is written on. */
    fill(form, document) {
        fs.rmSync(this.data, {recursive: true, force: true});
        fs.cpSync(this.blank, this.data, {recursive: true});
        const noun = form === 'ctr' ? 'deal' : 'authorization';
        const input = JSON.stringify(document);
        const filled = this.run([noun, 'fill', '--id', form, '--from', '-', ...on], {input});
        if (filled.code !== 0) return {kept: null, whole: false, words: filled.err};
        const checked = this.run([noun, 'check', '--id', form]);
        const kept = this.fields(noun, form, this.data);
        const words = checked.err || `it keeps ${JSON.stringify(kept)}`;
        // The request's authorization is blank too, and is asked about once the form is complete.
        const whole = checked.code === 0 || checked.err.startsWith('NOT_AUTHORIZED authorization');
        return {kept, whole, words};
    }

    /** Every form of the sample workspace as it is written. */
    sampleForms() {
        const options = {data: path.join(this.folder, 'sample')};
        this.done(['data', 'sample'], options);
        const forms = [];
        for (const noun of ['authorization', 'deal']) {
            const list = JSON.parse(this.done([noun, 'list', '--json'], options));
            for (const {id, form = 'ctr'} of list[`${noun}s`])
                forms.push({form, id, fields: this.fields(noun, id, options.data)});
        }
        return forms;
    }
}
