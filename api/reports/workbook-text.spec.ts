import readXlsxFile from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { workbookText } from './workbook-text.js';

describe('A text in a workbook', () => {
  it('is read as it was, whatever it is', async () => {
    const texts = [
      ...['Finance', 'São Paulo', 'x0041_', '_x0041', 'snake_case'],
      ...['_x0041_', '_X00e9_', '_x005F_', '_x0041_x0042_', 'a _x000D_ b'],
      ...Object.getOwnPropertyNames(Object.prototype),
    ];
    const data = texts.map((text) => [{ value: workbookText(text), type: String }]);
    const [sheet] = await readXlsxFile(await writeXlsxFile([{ sheet: 'All', data }]).toBuffer());
    expect(sheet?.data.map(([text]) => text)).toEqual(texts);
    expect(texts).toContain('constructor');
  });
});
