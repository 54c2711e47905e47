// Reads files in GIFT form with gift-pegjs. What it made of each, or why it refused, is written as JSON.
const [parser, ...files] = Deno.args;
const loaded = {};
new Function("module", await Deno.readTextFile(parser))(loaded);

/** @param {string} file */
async function read(file) {
  try {
    return { questions: loaded.exports.parse(await Deno.readTextFile(file)) };
  } catch (error) {
    return { refused: error.message };
  }
}

console.log(JSON.stringify(await Promise.all(files.map(read))));
