// Where the keyboard focus is: on the canvas, or in the mirror's input for the edited text field.
import {isCoarse} from './display';
import {call} from './native';

export const canvas = document.querySelector<HTMLCanvasElement>('#canvas')!;
export const mirrorRoot = document.querySelector<HTMLElement>('#ax')!;
const app = document.querySelector<HTMLElement>('#app')!;

export type Field = HTMLInputElement | HTMLTextAreaElement;

/** The mirror's input with the keyboard focus, if any. */
export function focusedField(): Field | undefined {
    const active = document.activeElement;
    const isField = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement;
    return isField && mirrorRoot.contains(active) ? active : undefined;
}

/** On touch, the browser itself edits the text in a visible input over the drawn one. */
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
        // Moving between the canvas and its mirror does not take the keyboard from the page.
        if (!app.contains(event.relatedTarget as Node | null)) call('focus', false);
    });
    addEventListener('blur', () => call('focus', false));
    addEventListener('focus', () => call('focus', hasKeyboard()));
    if (document.activeElement === document.body) focusCanvas();
}
