// On a narrow screen the row of areas is wider than the page: the current one is what staff look for.
document.querySelector('.office-nav [aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
