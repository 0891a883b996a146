// The panel for what must not be worked past. It needs neither the program nor WebGL, and offers
// the records in any case.
import {save} from './files';
import {detachNative} from './native';

type Rescue = () => Promise<Blob>;

let rescue: Rescue = async () => new Blob();

/** Where the panel gets all records, as an export. */
export function setRescue(given: Rescue): void {
    rescue = given;
}

function element(tag: string, text: string, parent: Element): HTMLElement {
    const made = document.createElement(tag);
    made.textContent = text;
    parent.append(made);
    return made;
}

async function saveRecords(status: HTMLElement): Promise<void> {
    try {
        save('cppo-desk-records.json', 'application/json', await rescue());
        status.textContent = 'The file is on its way to your downloads.';
    } catch (error) {
        status.textContent = `The browser does not give the records out: ${error}`;
    }
}

export function showProblem(title: string, text: string, details = ''): void {
    document.querySelector('#skeleton')?.remove();
    if (document.querySelector('#problem')) return; // the first one tells the cause
    const panel = document.createElement('div');
    panel.id = 'problem';
    panel.setAttribute('role', 'alertdialog');
    panel.setAttribute('aria-modal', 'true');
    panel.setAttribute('aria-label', title);
    const card = element('div', '', panel);
    element('h1', title, card);
    element('p', text, card);
    if (details) element('pre', details, card);
    const actions = element('p', '', card);
    const status = document.createElement('p');
    status.setAttribute('role', 'status');
    const save = element('button', 'Save my records to a file', actions);
    save.addEventListener('click', () => void saveRecords(status));
    element('button', 'Load the page again', actions)
        .addEventListener('click', () => location.reload());
    card.append(status);
    document.body.append(panel);
    save.focus();
}

/** The program stopped: nothing runs on, and what was stored is offered. */
export function crash(details: string): void {
    detachNative();
    showProblem('CPPO Desk stopped', 'Something in the page went wrong, and it stopped before it ' +
        'could do harm. What it called saved is stored. Load the page again to go on.', details);
}

export function attachPanel(): void {
    addEventListener('error', (event) => {
        // Without an error it is a remark of the browser; from elsewhere, a guest of the page.
        if (event.error && event.filename.startsWith(location.origin)) crash(String(event.error));
    });
    addEventListener('unhandledrejection', (event) => crash(String(event.reason)));
}
