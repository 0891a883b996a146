// Builds a document for printing from plain elements, because a canvas prints badly.
const root = document.querySelector<HTMLElement>('#print')!;
const tags = ['h1', 'h2', 'p']; // the other kinds are tables
const isDate = /^\d{4}-\d\d-\d\d$/; // must not be wrapped after its hyphens
const classes = ['table', 'facts', 'signature'];

let pending = document.createDocumentFragment();
let table: HTMLElement;
let row: HTMLElement;

function append(parent: Node, tag: string, text = ''): HTMLElement {
    const element = document.createElement(tag);
    element.textContent = text;
    parent.appendChild(element);
    return element;
}

export const print = {
    /** Adds a block; `kind` as in PrintBlock. */
    text(kind: number, text: string): void {
        const tag = tags[kind];
        if (tag) return void append(pending, tag, text);
        table = append(pending, 'table');
        table.className = classes[kind - tags.length]!;
    },
    row(head: boolean): void {
        const section = head || table.lastElementChild?.tagName !== 'TBODY' ?
            append(table, head ? 'thead' : 'tbody') : table.lastElementChild as HTMLElement;
        row = append(section, 'tr');
    },
    cell(text: string, right: boolean): void {
        const head = row.parentElement!.tagName === 'THEAD';
        const names = !head && table.className !== 'table' && !row.hasChildNodes();
        const cell = append(row, head || names ? 'th' : 'td', text);
        if (head || names) cell.setAttribute('scope', head ? 'col' : 'row');
        cell.classList.toggle('right', right);
        cell.classList.toggle('whole', right || isDate.test(text));
    },
    open(title: string): void {
        root.replaceChildren(pending);
        pending = document.createDocumentFragment();
        const screenTitle = document.title;
        document.title = title; // the file name when printing to a file
        window.print();
        document.title = screenTitle;
    },
};
