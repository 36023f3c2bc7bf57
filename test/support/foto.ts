/** A photo of eight by eight pixels as a phone takes it: turned, with maker, moment and place (Dom Tower), and a remark. */
export const FOTO = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/4QDORXhpZgAATU0AKgAAAAgABAEPAAIAAAAOAAAAPgESAAMAAAABAAYAAAEyAAIAAAAUAAAATIglAAQAAA' +
    'ABAAAAYAAAAABLYW5hcmllIFBob25lADIwMjY6MTE6MjggMDg6MDA6MDAAAAQAAQACAAAAAk4AAAAAAgAFAAAAAwAAAJYAAwACAAAAAkUAAAAA' +
    'BAAFAAAAAwAAAK4AAAAAAAAANAAAAAEAAAAFAAAAAQAAAAsAAAABAAAABQAAAAEAAAABAAAAAQAAAAIAAAAB//4AFGthbmFyaWUtY29tbWVudG' +
    'Fhcv/bAEMAKBweIx4ZKCMhIy0rKDA8ZEE8Nzc8e1hdSWSRgJmWj4CMiqC05sOgqtqtiozI/8va7vX///+bwf////r/5v3/+P/bAEMBKy0tPDU8' +
    'dkFBdviljKX4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+P/AABEIAAgACAMBIgACEQEDEQH/xAAfAA' +
    'ABBQEBAQEBAQAAAAAAAAAAAQIDBAUGBwgJCgv/xAC1EAACAQMDAgQDBQUEBAAAAX0BAgMABBEFEiExQQYTUWEHInEUMoGRoQgjQrHBFVLR8CQz' +
    'YnKCCQoWFxgZGiUmJygpKjQ1Njc4OTpDREVGR0hJSlNUVVZXWFlaY2RlZmdoaWpzdHV2d3h5eoOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsr' +
    'O0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4eLj5OXm5+jp6vHy8/T19vf4+fr/xAAfAQADAQEBAQEBAQEBAAAAAAAAAQIDBAUGBwgJCgv/xAC1' +
    'EQACAQIEBAMEBwUEBAABAncAAQIDEQQFITEGEkFRB2FxEyIygQgUQpGhscEJIzNS8BVictEKFiQ04SXxFxgZGiYnKCkqNTY3ODk6Q0RFRkdISU' +
    'pTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqCg4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2dri4+Tl' +
    '5ufo6ery8/T19vf4+fr/3QAEAAH/2gAMAwEAAhEDEQA/AE2JGMrEzH/a4/xooopsmdSUXZH/2Q==',
  'base64',
);

/** The same photo, which says that it is 65,535 by 65,535 pixels. */
export function vergroot(foto: Buffer): Buffer {
  const groot = Buffer.from(foto);
  const kader = groot.indexOf(Buffer.from([0xff, 0xc0]));
  groot.fill(0xff, kader + 5, kader + 9);
  return groot;
}
