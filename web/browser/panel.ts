// The panel for fatal errors. It needs neither the program nor WebGL and always offers to save the
// records.
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
        status.textContent = 'The download has started.';
    } catch (error) {
        status.textContent = `Could not read the records: ${error}`;
    }
}

export function showProblem(title: string, text: string, details = ''): void {
    document.querySelector('#skeleton')?.remove();
    if (document.querySelector('#problem')) return; // the first problem is the cause
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
    element('button', 'Reload the page', actions)
        .addEventListener('click', () => location.reload());
    card.append(status);
    document.body.append(panel);
    save.focus();
}

/** Stops the program after an internal error and offers the stored records. */
export function crash(details: string): void {
    detachNative();
    showProblem('CPPO Desk stopped', 'The app stopped after an internal error. ' +
        'Saved changes are safe. Reload the page to continue.', details);
}

export function attachPanel(): void {
    addEventListener('error', (event) => {
        // Ignore notices from the browser (no error object) and errors in scripts of extensions.
        if (event.error && event.filename.startsWith(location.origin)) crash(String(event.error));
    });
    addEventListener('unhandledrejection', (event) => crash(String(event.reason)));
}
