// The scripts' access to the C++ program: its exports, and how text and bytes are passed to it.
// After a crash, every call is dropped, so that no event reaches a program in an unknown state.

/** The exports of web/browser/*.cpp and web/keeper/*.cpp; numbers and pointers only. */
interface Exports {
    _web_free(pointer: number): void;
    _web_wake(): void;
    _web_stop(): void;
    _web_draw_at_once(): void;
    _web_resize(width: number, height: number, deviceWidth: number, deviceHeight: number): void;
    _web_preferences(bits: number): void;
    _web_pointer(kind: number, x: number, y: number, button: number, source: number): void;
    _web_wheel(x: number, y: number): void;
    _web_drag(x: number, y: number): void;
    _web_key(how: number, code: number, key: number, modifiers: number, editing: number): number;
    _web_text(text: number): void;
    _web_delete_back(count: number): void;
    _web_compose(text: number): void;
    _web_release_keys(): void;
    _web_focus(focused: number): void;
    _web_copy(cut: number): void;
    _web_paste(text: number): void;
    _web_post(kind: number, id: number, text: number): void;
    _web_role(role: number): number;
    _web_contract(): number;
    _web_route_changed(route: number): void;
    _web_update_ready(): void;
    _web_file(name: number, bytes: number, size: number, problem: number): void;
    _web_files_done(picked: number): void;
    _web_save_state(state: number, problem: number): void;
    _web_record(key: number, text: number): void;
    _web_records_done(source: number, fate: number): void;
    _web_backup(name: number, day: number, size: number): void;
    _web_guards(copy: number, promised: number, used: number, most: number, low: number,
                file: number, name: number): void;
}

/** Provided by web/browser/bridge.cpp. */
export interface Bridge {
    exports: Exports;
    toText(pointer: number): string;
    toBytes(pointer: number, length: number): Uint8Array;
    fromText(text: string): number;
    fromBytes(bytes: Uint8Array): number;
}

type Argument = number | boolean | string | Uint8Array;
type Name = keyof Exports extends `_web_${infer Short}` ? Short : never;

let bridge: Bridge | undefined;

export function attachNative(given: Bridge): void {
    bridge = given;
}

/** Stops the program; later calls have no effect. */
export function detachNative(): void {
    call('stop');
    bridge = undefined;
}

/** Allocates memory that the program frees. */
export function textForNative(text: string): number {
    return bridge!.fromText(text);
}

export function bytesForNative(bytes: Uint8Array): number {
    return bridge!.fromBytes(bytes);
}

/** Calls web_<name>; texts and bytes are valid during the call. Returns 0 without a program. */
export function call(name: Name, ...given: Argument[]): number {
    if (!bridge) return 0;
    const {exports, fromText, fromBytes} = bridge;
    const taken: number[] = [];
    const take = (pointer: number) => (taken.push(pointer), pointer);
    const values = given.map((argument) =>
        typeof argument === 'string' ? take(fromText(argument)) :
        argument instanceof Uint8Array ? take(fromBytes(argument)) : Number(argument));
    const run = exports[`_web_${name}`] as (...values: number[]) => number | void;
    const result = run(...values);
    for (const pointer of taken) exports._web_free(pointer);
    return result ?? 0;
}

export function roleName(role: number): string {
    return bridge ? bridge.toText(bridge.exports._web_role(role)) : '';
}

/** The program's side of contract.ts. */
export function contractText(): string {
    return bridge!.toText(bridge!.exports._web_contract());
}
