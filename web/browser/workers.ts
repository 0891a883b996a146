// The scripts that run beside the page. Their addresses are the only ones made at run time, and are
// let through by name.
const files = ['sw.js', 'seal_worker.js'] as const;

declare const trustedTypes: {
    createPolicy(name: string, rules: {createScriptURL(url: string): string}):
        {createScriptURL(url: string): string};
} | undefined;

function checked(url: string): string {
    if (!files.some((file) => file === url)) throw new TypeError(`${url} is none of our scripts`);
    return url;
}

const policy = typeof trustedTypes === 'undefined' ? {createScriptURL: checked} :
    trustedTypes.createPolicy('cppo', {createScriptURL: checked});

export function workerAddress(file: typeof files[number]): string {
    return policy.createScriptURL(file);
}
