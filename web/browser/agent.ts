// Text input from typing, input methods, voice control and soft keyboards, all through the mirror's
// inputs. An input forwards text while Dear ImGui edits; on touch, the input itself edits.
import {canvas, focusCanvas, focusField, focusedField, isNative, mirrorRoot, type Field}
    from './focus';
import {fieldOf, idOf, restoreValue, setAttribute} from './mirror';
import {call} from './native';

const enum Action { activate, focus, setText }

/** The item with Dear ImGui's keyboard focus; text: whether Dear ImGui edits text there. */
let current = {id: 0, text: false};
/** The field that a person or a tool focused; it keeps the keyboard until Dear ImGui follows. */
let awaited = 0;
let composing = false;

/** Called after a frame with Dear ImGui's focus and the selection in the edited text. */
export function followFocus(id: number, text: boolean, from: number, to: number): void {
    current = {id, text};
    if (awaited === id) awaited = 0;
    setAttribute(canvas, 'aria-activedescendant', document.getElementById(`ax${id}`)?.id);
    const field = text ? fieldOf(id) : undefined;
    const focused = focusedField();
    if (field) {
        const elsewhere = document.activeElement;
        const mayMove = elsewhere === canvas || focused !== undefined;
        if (focused !== field && mayMove) focusField(field);
        if (!composing && !isNative(field)) field.setSelectionRange(from, to);
    } else if (focused && !isNative(focused) && awaited === 0) {
        focusCanvas();
    }
}

/** Whether Dear ImGui is editing this field, key by key. */
function forwards(field: Field): boolean {
    return current.text && current.id === idOf(field) && !isNative(field);
}

function onBeforeInput(event: InputEvent): void {
    const field = event.target as Field;
    if (!forwards(field) || event.inputType === 'insertCompositionText') return;
    event.preventDefault();
    if (event.inputType === 'deleteContentBackward') call('delete_back', 1);
    else if (event.inputType.startsWith('insert') && event.data) call('text', event.data);
}

function onComposition(event: CompositionEvent): void {
    const field = event.target as Field;
    if (!forwards(field)) return;
    composing = event.type !== 'compositionend';
    call('compose', composing ? event.data : '');
    if (composing) return;
    restoreValue(field);
    if (event.data) call('text', event.data);
}

// Voice control, autofill and screen readers set whole values without any key events.
function onInput(event: Event): void {
    const field = event.target as Field;
    if (composing || isNative(field)) return;
    if (forwards(field) && event instanceof InputEvent && event.inputType) return;
    call('post', Action.setText, idOf(field), field.value);
}

// As with a hardware keyboard, text from a soft keyboard counts when editing ends.
function onChange(event: Event): void {
    const field = event.target as Field;
    if (isNative(field)) call('post', Action.setText, idOf(field), field.value);
}

function onFocusIn(event: FocusEvent): void {
    const id = idOf(event.target as HTMLElement);
    const field = fieldOf(id);
    if (!id || (id === current.id && (current.text || !field))) return;
    awaited = id;
    // A person who focuses a text field is about to type.
    call('post', field ? Action.activate : Action.focus, id, '');
    // Start editing now, because the next key can arrive before the next frame.
    if (field) call('draw_at_once');
}

function onClick(event: MouseEvent): void {
    // Pressing a cell presses its row.
    const target = (event.target as HTMLElement).closest<HTMLElement>('[tabindex]');
    if (target) call('post', Action.activate, idOf(target), '');
}

export function attachAgent(): void {
    mirrorRoot.addEventListener('beforeinput', onBeforeInput);
    mirrorRoot.addEventListener('compositionstart', onComposition);
    mirrorRoot.addEventListener('compositionupdate', onComposition);
    mirrorRoot.addEventListener('compositionend', onComposition);
    mirrorRoot.addEventListener('input', onInput);
    mirrorRoot.addEventListener('change', onChange);
    mirrorRoot.addEventListener('focusin', onFocusIn);
    mirrorRoot.addEventListener('click', onClick);
}
