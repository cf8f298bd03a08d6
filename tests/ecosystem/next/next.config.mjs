export default { distDir: 'dist' };
