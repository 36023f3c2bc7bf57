// Pages are made with React as production has it, which takes a fourteenth of the time: the React of a developer keeps a stack of
// each element. It chooses when it is loaded; whatever else asks for NODE_ENV finds it as it was.
const { NODE_ENV } = process.env;
process.env.NODE_ENV = 'production';
for (const part of ['react', 'react/jsx-runtime', 'react-dom/server']) await import(part);
if (NODE_ENV === undefined) delete process.env.NODE_ENV;
else process.env.NODE_ENV = NODE_ENV;
