// A document for the printer, built as plain elements with text in them: canvases print badly.
const root = document.querySelector<HTMLElement>('#print')!;
const tags = ['h1', 'h2', 'p', 'table'];

let pending = document.createDocumentFragment();
let rows: HTMLElement | undefined;
let row: HTMLElement | undefined;

function append(parent: Node, tag: string, text = ''): HTMLElement {
    const element = document.createElement(tag);
    element.textContent = text;
    parent.appendChild(element);
    return element;
}

export const print = {
    /** A block; `kind` as in PrintBlock. */
    text(kind: number, text: string): void {
        const tag = tags[kind];
        if (tag !== 'table') return void append(pending, tag, text);
        rows = append(pending, tag);
        if (text) append(rows, 'caption', text);
    },
    row(head: boolean): void {
        const section = head || rows!.lastElementChild?.tagName !== 'TBODY' ?
            append(rows!, head ? 'thead' : 'tbody') : rows!.lastElementChild as HTMLElement;
        row = append(section, 'tr');
    },
    cell(text: string, right: boolean): void {
        const tag = row!.parentElement!.tagName === 'THEAD' ? 'th' : 'td';
        append(row!, tag, text).classList.toggle('right', right);
    },
    open(title: string): void {
        root.replaceChildren(pending);
        pending = document.createDocumentFragment();
        const screenTitle = document.title;
        document.title = title; // names the file when the printer is one
        window.print();
        document.title = screenTitle;
    },
};
