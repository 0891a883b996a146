// The worker scripts. Theirs are the only script addresses made at run time, so the page's policy
// allows exactly these names.
const files = ['sw.js', 'seal_worker.js'] as const;

declare const trustedTypes: {
    createPolicy(name: string, rules: {createScriptURL(url: string): string}):
        {createScriptURL(url: string): string};
} | undefined;

function checked(url: string): string {
    if (!files.some((file) => file === url)) throw new TypeError(`${url} is not a worker script`);
    return url;
}

const policy = typeof trustedTypes === 'undefined' ? {createScriptURL: checked} :
    trustedTypes.createPolicy('cppo', {createScriptURL: checked});

export function workerAddress(file: typeof files[number]): string {
    return policy.createScriptURL(file);
}
