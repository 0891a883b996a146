// Where the keyboard is: on the canvas, or in the mirror's real input of the text box being edited.
import {isCoarse} from './display';
import {call} from './native';

export const canvas = document.querySelector<HTMLCanvasElement>('#canvas')!;
export const mirrorRoot = document.querySelector<HTMLElement>('#ax')!;
const app = document.querySelector<HTMLElement>('#app')!;

export type Field = HTMLInputElement | HTMLTextAreaElement;

/** The mirror's input that has the keyboard, if one has. */
export function focusedField(): Field | undefined {
    const active = document.activeElement;
    const isField = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement;
    return isField && mirrorRoot.contains(active) ? active : undefined;
}

/** On touch the browser edits the text itself, in a visible input laid over the drawn one. */
export function isNative(field: Field): boolean {
    return field.classList.contains('native');
}

export function hasKeyboard(): boolean {
    return app.contains(document.activeElement);
}

export function focusCanvas(): void {
    canvas.focus({preventScroll: true});
}

export function focusField(field: Field): void {
    field.classList.toggle('native', isCoarse());
    field.focus({preventScroll: true});
}

export function attachFocus(): void {
    app.addEventListener('focusin', () => call('focus', true));
    app.addEventListener('focusout', (event) => {
        if (event.target instanceof HTMLElement) event.target.classList.remove('native');
        // Between the canvas and its mirror the page keeps the keyboard.
        if (!app.contains(event.relatedTarget as Node | null)) call('focus', false);
    });
    addEventListener('blur', () => call('focus', false));
    addEventListener('focus', () => call('focus', hasKeyboard()));
    if (document.activeElement === document.body) focusCanvas();
}
