// The pages about measures, units, items and documents are the server's. Old addresses of this
// document lead there.

/**
 * The address of the served page that `#/name/argument?query` was.
 * @param {string} name @param {string} argument @param {URLSearchParams} query
 */
export function servedAddress(name, argument, query) {
  if (name === 'documents') return argument ? `/documents#${encodeURIComponent(argument)}` : '/documents';
  if (name === 'notice') return placeInNotice(argument);
  const path = argument ? `/${name}/${encodeURIComponent(argument)}` : `/${name}`;
  const search = query.toString();
  return search && !argument ? `${path}?${search}` : path;
}

// An item's number, or a clause's id, which begins with it.
/** @param {string} place */
function placeInNotice(place) {
  if (!place) return '/notice';
  const item = encodeURIComponent(place.split('.')[0]);
  return place.includes('.') ? `/items/${item}#${encodeURIComponent(place)}` : `/items/${item}`;
}

/**
 * A page of the router that goes to the served page; Back does not return to the old address.
 * @param {string} name @returns {Pages.Page}
 */
export function served(name) {
  return (view, argument, query) => {
    location.replace(servedAddress(name, argument, query));
  };
}
