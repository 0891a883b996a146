// Pictures of every screen in every look, to be looked at: build/shots/LOOK/SCREEN.png.
// Usage: pictures.mjs [--web FOLDER] [LOOK...]     all looks by default
//        pictures.mjs readme                       the README's pictures, in assets/pictures
const names = process.argv.slice(2);
const web = names.indexOf('--web');
if (web >= 0) [, process.env.CPPO_WEB] = names.splice(web, 2);

// Reads where the page is when it is loaded.
const {closeBrowsers, Desk} = await import('./desk.mjs');
const {openSample, sampleDay, screens, visit} = await import('./screens.mjs');

const phone = {width: 390, height: 844, context: {hasTouch: true, isMobile: true}};

const looks = {
    light: {},
    dark: {context: {colorScheme: 'dark'}},
    narrow: phone,
    'narrow-dark': {...phone, context: {...phone.context, colorScheme: 'dark'}},
    large: {size: '200 %'},
    dense: {scale: 2},
    contrast: {context: {contrast: 'more', forcedColors: 'active'}},
    'contrast-dark': {context: {contrast: 'more', forcedColors: 'active', colorScheme: 'dark'}},
};

const fileName = (route) => route.slice(1).replaceAll('/', '-') || 'home';

async function picture(look) {
    const {size, ...options} = looks[look];
    const desk = await Desk.open({
        scale: 1, ...options, before: (page) => page.clock.setFixedTime(sampleDay),
    });
    const shot = (name) => desk.shot(`${look}/${name}`);
    await shot('empty');
    await openSample(desk);
    if (size) {
        await visit(desk, '/workspace');
        await desk.find('radio', size).dispatchEvent('click');
        await desk.rest();
    }
    for (const route of screens) {
        await visit(desk, route);
        await desk.page.mouse.move(0, 0);
        await shot(fileName(route));
    }
    await visit(desk, '/deals');
    await desk.find('button', 'New deal').dispatchEvent('click');
    await shot('dialog');
    await desk.press('Escape', 'Control+K');
    await shot('palette');
    await desk.close();
}

/** The pictures of the README, without the message that the sample is open. */
async function readmePictures() {
    const desk = await Desk.open({
        scale: 1, height: 860, before: (page) => page.clock.install({time: new Date(sampleDay)}),
    });
    await openSample(desk);
    await desk.page.clock.runFor(6000);
    const routes = {deal: '/deal/granite-3y/quote', home: '/', money: '/money'};
    for (const [name, route] of Object.entries(routes)) {
        await visit(desk, route);
        await desk.page.mouse.move(0, 0);
        await desk.rest();
        await desk.picture(`assets/pictures/${name}.png`);
    }
    await desk.close();
}

if (names[0] === 'readme') {
    await readmePictures();
    await closeBrowsers();
    process.exit();
}

for (const look of names.length > 0 ? names : Object.keys(looks)) {
    if (!looks[look]) throw new Error(`no look "${look}"; there are ${Object.keys(looks)}`);
    await picture(look);
    console.log(`build/shots/${look}`);
}
await closeBrowsers();
