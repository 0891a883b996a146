// Builds a document for printing from plain elements, because a canvas prints badly.
const root = document.querySelector<HTMLElement>('#print')!;
export enum PrintKind { heading, subheading, paragraph, table, facts, signature }

const tags = new Map([
    [PrintKind.heading, 'h1'], [PrintKind.subheading, 'h2'], [PrintKind.paragraph, 'p'],
]); // the other kinds are tables
const isDate = /^\d{4}-\d\d-\d\d$/; // which would be broken after its hyphens

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
    text(kind: PrintKind, text: string): void {
        const tag = tags.get(kind);
        if (tag) return void append(pending, tag, text);
        table = append(pending, 'table');
        table.className = PrintKind[kind];
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
